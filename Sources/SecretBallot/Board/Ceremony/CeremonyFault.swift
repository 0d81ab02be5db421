/// Why a device in a ceremony, or the service between the devices, did not take what it was given.
public enum CeremonyFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The step before it is missing.
    case tooEarly

    /// This device's keys are not among the members'.
    case notAMember

    /// It takes part in another ceremony with these keys, or was given something else for this step before.
    case otherCeremony

    /// Not one of each member, in order.
    case incomplete

    /// What the member at this place is said to have said does not bear its signature: nobody is named by that.
    case unsigned(member: Int)

    /// What stands in this device's own place is not its own.
    case notOwn

    /// A member broke the attempt, and this shows it to everybody.
    case misconduct(CeremonyEvidence)

    /// A member broke the attempt, or this device could not use its share from one.
    case over

    public var description: String {
        switch self {
        case .tooEarly: "the step before is missing"
        case .notAMember: "this device's keys are not among the board's"
        case .otherCeremony: "this device takes part in another ceremony, or was given something else before"
        case .incomplete: "not one of each member, in order"
        case .unsigned(let member): "what stands at the place of member \(member) is not signed by that member"
        case .notOwn: "what stands in this device's place is not its own"
        case .misconduct: "a member broke the ceremony"
        case .over: "this attempt is over: a member broke it, or was accused of it"
        }
    }
}
