/// Detached signatures: CMS `SignedData` (RFC 5652) in DER, at the levels CAdES-B-B and B-T (ETSI EN 319 122-1), or as
/// they go into PDF files (PAdES, ETSI EN 319 142-1).
///
///     ContentInfo (signedData)
///         digestAlgorithms   one of SHA-256, SHA-384, SHA-512
///         encapContentInfo   id-data, no content: it travels beside the signature
///         certificates       the signer's, and those above it
///         signerInfos        exactly one, by issuer and serial number, with signed attributes:
///                            content-type, message-digest, signing-certificate-v2 (RFC 5035), and in CAdES
///                            signing-time; B-T has signature-time-stamp unsigned
///
/// `sign` writes it, `adding(timestamp:to:)` takes it to B-T, `inspect` reads it. Who may be trusted is asked of `TrustAnchors`.
public enum DetachedSignature {}
