/// A board member's word that the manifest names the board's keys as the members compared them.
public struct FreezeSignature: MemberSignature {
    public let member: Int
    public let signature: [UInt8]

    public init(member: Int, signature: [UInt8]) {
        self.member = member
        self.signature = signature
    }

    /// - Throws: an error of the cryptographic library.
    public init(member: Int, of roundID: RoundID, signedBy key: SigningKey) throws {
        self.init(member: member, signature: try key.sign(Label.freeze.message(roundID.bytes)))
    }

    public func isValid(in manifest: Manifest) -> Bool {
        manifest.board.isSigned(Label.freeze.message(manifest.roundID.bytes), by: member, signature)
    }
}
