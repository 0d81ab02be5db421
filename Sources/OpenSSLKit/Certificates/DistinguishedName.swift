import COpenSSL

/// A name in a certificate (RFC 5280, section 4.1.2.4).
public struct DistinguishedName: Sendable, Hashable, CustomStringConvertible {
    /// The whole name as in RFC 2253, most specific part first, for example `CN=Lò Văn Thắng,O=Đảng ủy xã`.
    ///
    /// Unlike there, letters beyond ASCII stand for themselves; control characters stay escaped.
    public let description: String

    /// The most specific common name; nil where there is none, or none that is a text.
    public let commonName: String?

    /// The most specific organization; nil where there is none, or none that is a text.
    public let organization: String?

    /// All organizations and units of organizations, as texts: the bodies that somebody belongs to.
    public let organizations: [String]

    /// Who it is in words, "Lò Văn Thắng (Đảng ủy xã Bản Bo)"; the whole name where that would hide or bend something.
    public var readable: String {
        guard let commonName, Self.isPlain(commonName) else { return description }
        guard let organization else { return commonName }
        return Self.isPlain(organization) ? "\(commonName) (\(organization))" : description
    }

    init(_ name: OpaquePointer?) throws {
        guard let name = unsafe name else { throw CredentialError.malformed("certificate: a name is missing") }
        let text = try MemoryBIO()
        guard unsafe X509_NAME_print_ex(text.pointer, name, 0, shim_readable_name_flags()) >= 0 else {
            throw OpenSSLError.drained("writing a name")
        }
        description = String(decoding: text.contents, as: UTF8.self)
        commonName = unsafe Self.part(NID_commonName, of: name)
        organization = unsafe Self.part(NID_organizationName, of: name)
        organizations =
            unsafe Self.parts(NID_organizationName, of: name)
            + Self.parts(NID_organizationalUnitName, of: name)
    }

    private static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            }
    }

    private static func part(_ kind: CInt, of name: OpaquePointer) -> String? {
        unsafe places(kind, of: name).last.flatMap { unsafe text(at: $0, of: name) }
    }

    private static func parts(_ kind: CInt, of name: OpaquePointer) -> [String] {
        unsafe places(kind, of: name).compactMap { unsafe text(at: $0, of: name) }
    }

    private static func places(_ kind: CInt, of name: OpaquePointer) -> [CInt] {
        var places: [CInt] = []
        while case let next = unsafe X509_NAME_get_index_by_NID(name, kind, places.last ?? -1), next >= 0 {
            places.append(next)
        }
        return places
    }

    private static func text(at place: CInt, of name: OpaquePointer) -> String? {
        guard let entry = unsafe X509_NAME_get_entry(name, place) else { return nil }
        var text: UnsafeMutablePointer<UInt8>?
        let count = unsafe ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry))
        defer { unsafe CRYPTO_free(text, #file, CInt(#line)) }
        guard count >= 0, let text = unsafe text else { return nil }
        return unsafe String(validating: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    }
}
