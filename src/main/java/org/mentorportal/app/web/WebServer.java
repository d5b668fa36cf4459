package org.mentorportal.app.web;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.valves.RemoteIpValve;
import org.mentorportal.shared.PortalAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Headers and true addresses at the server itself, and the session's cookie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebServer {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> valves(WebSettings settings, PortalAddress address) {
        return server -> {
            server.addEngineValves(new ResponseHeaders(address.isSecure()));
            if (!settings.trustedProxies().isEmpty()) {
                server.addEngineValves(trueAddresses(settings));
            }
        };
    }

    /** The last address that no trusted proxy has: whatever a client wrote before it is not read. */
    private static RemoteIpValve trueAddresses(WebSettings settings) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(settings.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
        valve.setTrustedProxies(null);
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader(null);
        return valve;
    }

    /** Behind HTTPS no other host, and no subdomain, can set or read it: browsers see to that by its prefix. */
    @Bean
    ServletContextInitializer sessionCookie(PortalAddress address) {
        return context -> {
            if (address.isSecure()) {
                context.getSessionCookieConfig().setName("__Host-portal");
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }
}
