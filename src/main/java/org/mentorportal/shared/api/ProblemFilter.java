package org.mentorportal.shared.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** The first of the REST door's filters: a fault in one of the others is answered as a problem too. */
public final class ProblemFilter extends OncePerRequestFilter {

    private final Problems problems;

    public ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException fault) {
            answer(problems.ofFault(fault), response);
        }
    }

    private void answer(Problem problem, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            problems.write(problem, response);
        }
    }
}
