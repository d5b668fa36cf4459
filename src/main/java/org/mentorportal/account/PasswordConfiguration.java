package org.mentorportal.account;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordSettings.class)
class PasswordConfiguration {

    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    /** Compares with whatever parameters a hash was made with, and says which hashes are weaker than new ones. */
    @Bean
    PasswordEncoder passwordEncoder(PasswordSettings settings) {
        return new WholeCharacters(new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES,
                settings.parallelism(), settings.memory(), settings.iterations()))));
    }
}
