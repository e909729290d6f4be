package dev.customsfeed.emulators;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps S3Mock to this machine. Its HTTP connector, beside the HTTPS one that {@code server.address} is for, listens on all interfaces
 * and no property changes that. Spring finds this class by {@code META-INF/spring.factories} in S3Mock's JVM.
 */
public final class LoopbackS3 implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext s3Mock) {
        s3Mock.addBeanFactoryPostProcessor(beans -> beans.addBeanPostProcessor(new LoopbackTomcat()));
    }

    private static final class LoopbackTomcat implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Connector connector) {
                connector.setProperty("address", "127.0.0.1");
            }
            if (bean instanceof TomcatServletWebServerFactory tomcat) {
                tomcat.addEngineValves(new LocalOnly());
            }
            return bean;
        }
    }

    private static final class LocalOnly extends ValveBase {

        LocalOnly() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (LocalRequests.isForeign(request.getHeader("Host"), request.getHeader("Origin"))) {
                response.sendError(Response.SC_FORBIDDEN);
                return;
            }
            getNext().invoke(request, response);
        }
    }
}
