/// Who has a right, and when: a row of the table.
struct RightRow: Sendable {
    enum Audience: Hashable, Sendable {
        /// Without any login; what a voter's device sends proves itself by its signature.
        case anybody

        /// Whoever has an account that is not disabled, even without a role.
        case accounts

        /// Who shows the invitation to a seat of this round's board.
        case seats

        /// Any of these roles.
        case roles(Set<Role>)
    }

    /// What a script's bearer token is good for: whoever finds one must not make more of it.
    enum Tokens: Hashable, Sendable {
        case allowed

        /// Together with the password of the account, in the same request.
        case withPassword
        case refused
    }

    let audience: Audience
    let tokens: Tokens

    /// The states of a round in which there is something to do; nil where no round's state matters.
    let due: Set<RoundState>?

    /// The states in which it has been done already: asked for again it succeeds, changes and journals nothing.
    let past: Set<RoundState>

    /// Whether it cannot be taken back, or gives others power: a session has to have proved its password of late.
    let needsFreshPassword: Bool

    init(
        _ audience: Audience, tokens: Tokens = .allowed, due: Set<RoundState>? = nil,
        past: Set<RoundState> = [], fresh needsFreshPassword: Bool = false
    ) {
        self.audience = audience
        self.tokens = tokens
        self.due = due
        self.past = past
        self.needsFreshPassword = needsFreshPassword
    }

    init(
        _ roles: Set<Role>, tokens: Tokens = .allowed, due: Set<RoundState>? = nil,
        past: Set<RoundState> = [], fresh: Bool = false
    ) {
        self.init(.roles(roles), tokens: tokens, due: due, past: past, fresh: fresh)
    }
}
