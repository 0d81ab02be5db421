/// Why a key configuration or an encapsulated message is refused.
public enum ObliviousFault: String, Error, Sendable, CaseIterable, CustomStringConvertible {
    case length, suite, key, point, opening

    public var description: String {
        switch self {
        case .length: "it is too short, too long, or says another length than it has"
        case .suite: "it is not DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM"
        case .key: "it is for another key"
        case .point: "its key is not an uncompressed point of P-256"
        case .opening: "it does not open under this key"
        }
    }
}
