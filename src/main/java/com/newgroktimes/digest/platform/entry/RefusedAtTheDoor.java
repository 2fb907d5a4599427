package com.newgroktimes.digest.platform.entry;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

import com.newgroktimes.digest.platform.ProblemJson;
import com.newgroktimes.digest.platform.RefusalPage;

/** Requests that get no further than the server or the firewall, and are answered in our words nevertheless. */
@Configuration(proxyBeanMethods = false)
class RefusedAtTheDoor {

    /** The valve added last is asked first: before the one that Spring Boot adds. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> serverRefusals(
            SecurityHeaders headers, ObjectProvider<ProblemJson> problems, ObjectProvider<RefusalPage> pages) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ServerRefusals(headers, problems, pages)));
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> patience(ObjectProvider<ApiToken> token) {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new PatientReading(token)));
    }

    /**
     * How long a head may be bounds what it can hold. More languages or cookies than the server cares to count would be an error of
     * ours, on every page, until the browser is set up anew.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> anyHead() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setMaxLocaleCount(-1);
            connector.setMaxCookieCount(-1);
        });
    }

    /** Which methods there are, each address says by itself, and a 405 that names them. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** The firewall stands before the filter that writes the headers. */
    @Bean
    RequestRejectedHandler firewallRefusals(SecurityHeaders headers) {
        return (request, response, refusal) -> {
            headers.write(response);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        };
    }
}
