package org.mentorportal.account.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mentorportal.account.FirstAdmin;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** As soon as there is anybody, the address of the set-up page is answered as what is not there. */
final class SetUpFilter extends OncePerRequestFilter {

    private final FirstAdmin firstAdmin;

    SetUpFilter(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(request.getContextPath() + "/set-up") && !firstAdmin.isNeeded()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        chain.doFilter(request, response);
    }
}
