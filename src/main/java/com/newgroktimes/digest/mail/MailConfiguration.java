package com.newgroktimes.digest.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.newgroktimes.digest.mail.smtp.Patience;
import com.newgroktimes.digest.mail.smtp.Route;
import com.newgroktimes.digest.platform.StartRefused;

/** The settings as addresses and as a way to the relay. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    OurAddresses ourAddresses(MailSettings settings) {
        return settings.addresses();
    }

    /** The one of {@code spring.mail.*}, or those of {@code digest.relays}. */
    @Bean(destroyMethod = "close")
    @Profile("!demo")
    Relays relays(
            ObjectProvider<JavaMailSenderImpl> configured,
            RelaySettings settings,
            OurAddresses ours,
            ObjectProvider<SslBundles> bundles,
            Environment environment) {
        String domain = ours.from().domain();
        if (settings.relays().isEmpty()) {
            Route route = ConfiguredRoute.of(configured.getIfAvailable(), domain);
            return relays(List.of(new Relay(route, Patience.STANDARD)));
        }
        refuse(settings.faults());
        Properties properties = new Properties();
        properties.putAll(Binder.get(environment)
                .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of));
        String hello = ConfiguredRoute.hello(properties, "mail.smtp.", domain);
        List<Relay> relays = new ArrayList<>();
        List<StartRefused> refused = new ArrayList<>();
        for (int i = 0; i < settings.relays().size(); i++) {
            RelaySettings.Listed listed = settings.relays().get(i);
            try {
                Route route =
                        new ListedRelay(listed, i).route(hello, properties, name -> trusted(bundles.getObject(), name));
                relays.add(new Relay(route, Patience.STANDARD, listed.terms()));
            } catch (StartRefused e) {
                refused.add(e);
            }
        }
        refuse(refused);
        return relays(relays);
    }

    private static void refuse(List<StartRefused> faults) {
        if (!faults.isEmpty()) {
            throw StartRefused.all(faults);
        }
    }

    static Relays relays(List<Relay> all) {
        return new Relays(all, System::nanoTime);
    }

    private static SSLSocketFactory trusted(SslBundles bundles, String name) {
        return bundles.getBundle(name).createSslContext().getSocketFactory();
    }
}
