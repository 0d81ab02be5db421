/// Why shares do not open a box.
public enum OpeningFault: Error, Sendable, Hashable, CustomStringConvertible {
    case unknownMember(Int)
    case repeatedMember(Int)
    case signature(member: Int)
    case tooFew(needed: Int)
    case unsupportedBoard
    case notTheBoardsKey

    public var description: String {
        switch self {
        case .unknownMember(let member): "the board has no member \(member)"
        case .repeatedMember(let member): "member \(member) gave a share twice"
        case .signature(let member): "the signature of member \(member) over the share does not hold for this seal"
        case .tooFew(let needed): "the board opens with the shares of \(needed) members"
        case .unsupportedBoard: "this version counts with a board of one"
        case .notTheBoardsKey: "the key is not the private key of the board's public key in the manifest"
        }
    }
}
