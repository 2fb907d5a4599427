package com.newgroktimes.digest;

import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import com.newgroktimes.digest.mail.DkimDomain;
import com.newgroktimes.digest.mail.RelayBundles;
import com.newgroktimes.digest.mail.RelayHost;
import com.newgroktimes.digest.mail.RelayPort;
import com.newgroktimes.digest.operator.cli.CommandLine;
import com.newgroktimes.digest.platform.settings.DatabaseAddress;
import com.newgroktimes.digest.platform.settings.SettingsReview;

/** The service. Beans are named in full, so that two packages may use one word for two things. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class DigestApplication {

    public static void main(String... arguments) {
        CommandLine command = CommandLine.read(arguments);
        if (!command.isTheService()) {
            System.exit(command.run(System.out, System.err));
        }
        // Spring Batch writes its times without a zone, in the zone of the JVM: every node must use the same one.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication service = new SpringApplication(DigestApplication.class);
        service.addListeners(new SettingsReview(
                DigestApplication.class.getPackageName(),
                RelayHost::refusal,
                RelayPort::refusal,
                RelayBundles::refusal,
                DkimDomain::refusal,
                DatabaseAddress::refusal));
        service.run(command.arguments());
    }
}
