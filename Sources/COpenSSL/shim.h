#pragma once

/* Only what OpenSSL 3.0 still stands behind: a deprecated call does not compile. */
#define OPENSSL_API_COMPAT 30000
#define OPENSSL_NO_DEPRECATED

#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* A parameter builder keeps the addresses of names, so these must be C's own literals. */

static inline int shim_push_rsa_public(OSSL_PARAM_BLD *builder, const BIGNUM *modulus, const BIGNUM *exponent)
{
    return OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus)
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent);
}

static inline int shim_push_rsa_private(OSSL_PARAM_BLD *builder, const BIGNUM *exponent)
{
    return OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_D, exponent);
}

/* Macros too involved for Swift to see. */

static inline int shim_public_key(void) { return EVP_PKEY_PUBLIC_KEY; }
static inline int shim_key_pair(void) { return EVP_PKEY_KEYPAIR; }

/* Names as people read them: RFC 2253, but letters beyond ASCII stay letters. */
static inline unsigned long shim_readable_name_flags(void)
{
    return XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB;
}

/* Frees a list of certificates and the list's reference to each. */
static inline void shim_free_certificates(STACK_OF(X509) *certificates)
{
    sk_X509_pop_free(certificates, X509_free);
}
