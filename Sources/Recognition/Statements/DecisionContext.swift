/// What all the decisions of one round share.
public struct DecisionContext: Hashable, Sendable {
    public let authority: Authority
    public let year: Int
    public let profile: GuidanceProfile

    /// The profile's digest, which the round's manifest fixed.
    public let guidance: GuidanceReference

    public let round: RoundReference
    public let signer: Signer

    public init(
        authority: Authority,
        year: Int,
        profile: GuidanceProfile,
        guidance: GuidanceReference,
        round: RoundReference,
        signer: Signer
    ) {
        self.authority = authority
        self.year = year
        self.profile = profile
        self.guidance = guidance
        self.round = round
        self.signer = signer
    }
}
