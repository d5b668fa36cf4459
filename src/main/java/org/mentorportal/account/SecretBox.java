package org.mentorportal.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Keeps the apps' secrets from whoever has only the database: AES-256-GCM, bound to the account. */
@Component
class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    SecretBox(SecondFactorSettings settings) {
        this.key = new SecretKeySpec(settings.keyBytes(), "AES");
    }

    byte[] close(AccountId owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, owner, nonce, secret);
        return ByteBuffer.allocate(NONCE_BYTES + hidden.length).put(nonce).put(hidden).array();
    }

    /** @throws IllegalStateException if it is another account's, was changed, or was closed with another key */
    byte[] open(AccountId owner, byte[] kept) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] hidden = new byte[kept.length - NONCE_BYTES];
        ByteBuffer.wrap(kept).get(nonce).get(hidden);
        return run(Cipher.DECRYPT_MODE, owner, nonce, hidden);
    }

    private byte[] run(int mode, AccountId owner, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(owner.value()).array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("portal.second-factor.key is not the one that this secret was kept with", e);
        }
    }
}
