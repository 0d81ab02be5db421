/// All that the staff can do, grouped by whom it serves. Routes and pages read what was sent, call one of these
/// functions and show what came of it; who may, on which state, what it is called in the journal, is here and once.
struct StaffActions: Sendable {
    let rounds: RoundActions
    let counting: CountingActions
    let decisions: DecisionActions
    let accounts: AccountActions
    let own: OwnAccountActions

    init(office: RoundOffice, decisions: DecisionDesk, staff: StaffDesk) {
        rounds = RoundActions(office: office)
        counting = CountingActions(clock: office.tools.clock)
        self.decisions = DecisionActions(desk: decisions)
        accounts = AccountActions(desk: staff)
        own = OwnAccountActions(desk: staff)
    }
}
