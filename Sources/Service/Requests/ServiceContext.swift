import Hummingbird

/// A request under way: which route, and on the staff's side who asks.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var staff: StaffMember?
    var visit = PageVisit()

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }

    /// Who asks, holding one of the roles.
    /// - Throws: `Problem.unauthenticated` or `.forbidden`.
    func require(_ roles: Role...) throws(Problem) -> StaffMember {
        guard let staff else { throw Problem(.unauthenticated) }
        guard roles.isEmpty || !staff.roles.isDisjoint(with: roles) else { throw Problem(.forbidden) }
        return staff
    }
}
