/// Where a round stands.
public enum RoundState: String, CaseIterable, Hashable, Sendable {
    case draft, frozen, issuing, voting, sealed, opened, certified, cancelled
}
