/// The counting board (ban kiểm phiếu): who holds the key of the box, and how many of them open it.
public struct CountingBoard: Sendable, Hashable {
    /// How many members' shares open the box, from 1 to the number of members.
    public let threshold: Int

    /// In the order by which signatures and shares name them, from 0.
    public let members: [BoardMember]

    /// The key that slips are sealed to.
    public let publicKey: VerifyingKey

    /// The digest of the transcript by which a board of several made its key; nil for a board of one.
    public let transcript: [UInt8]?

    public init(threshold: Int, members: [BoardMember], publicKey: VerifyingKey, transcript: [UInt8]? = nil) {
        self.threshold = threshold
        self.members = members
        self.publicKey = publicKey
        self.transcript = transcript
    }

    /// Whether `signature` is that of the member at this place over `message`.
    func isSigned(_ message: [UInt8], by member: Int, _ signature: [UInt8]) -> Bool {
        members.indices.contains(member) && members[member].key.isValid(signature, over: message)
    }
}
