import Hummingbird
import Recognition
import StrictEncoding

/// All pages for people, by who uses them.
struct PageGroups {
    let kit: PageKit
    let staff: StaffDesk
    let office: RoundOffice
    let decisions: DecisionDesk
    let actions: StaffActions

    func add(to pages: RouterGroup<ServiceContext>) {
        HomePages(kit: kit).add(to: pages)
        SignInPages(kit: kit, desk: staff, isTrial: kit.isTrial).add(to: pages)
        MemberPages(kit: kit, office: office).add(to: pages)
        SeatPages(kit: kit).add(to: pages)
        addPublicPages(to: pages)
        addRoundPages(to: pages)
        addSignerPages(to: pages)
        addAdministration(to: pages)
    }

    /// For the room, and for whoever wants to check.
    private func addPublicPages(to pages: RouterGroup<ServiceContext>) {
        let rounds = PublicRounds(office: office)
        ScreenPages(kit: kit, rounds: rounds, decisions: decisions).add(to: pages)
        RoundEvents(rounds: rounds).add(to: pages)
        PublicRoundPages(kit: kit, rounds: rounds, decisions: decisions).add(to: pages)
        VerifyPages(kit: kit, decisions: decisions).add(to: pages)
        RegisterPages(kit: kit, office: office, decisions: decisions).add(to: pages)
        CodePages(kit: kit).add(to: pages)
    }

    /// For the secretary and the counting board.
    private func addRoundPages(to pages: RouterGroup<ServiceContext>) {
        RoundListPages(kit: kit, office: office, decisions: decisions).add(to: pages)
        NewRoundPages(kit: kit, office: office, actions: actions.rounds).add(to: pages)
        UnitPages(kit: kit, office: office, actions: actions.rounds).add(to: pages)
        MemberListPages(kit: kit, office: office, actions: actions.rounds).add(to: pages)
        CardPages(kit: kit, office: office, actions: actions.rounds).add(to: pages)
        RelayPages(kit: kit, office: office, actions: actions.rounds).add(to: pages)
        RoundPages(kit: kit, office: office, decisions: decisions, actions: actions.rounds).add(to: pages)
        PresencePages(kit: kit, office: office, actions: actions.rounds).add(to: pages)
        BoardPages(kit: kit, office: office).add(to: pages)
        BoardPlanPages(kit: kit, office: office).add(to: pages)
        ResultPages(kit: kit, office: office, actions: actions.counting).add(to: pages)
    }

    private func addSignerPages(to pages: RouterGroup<ServiceContext>) {
        IdentityPages(kit: kit, decisions: decisions, actions: actions.decisions).add(to: pages)
        SignerPages(kit: kit, office: office, decisions: decisions, actions: actions.decisions).add(to: pages)
        PreparedPaperPages(kit: kit, decisions: decisions, actions: actions.decisions).add(to: pages)
        BodySealPages(kit: kit, decisions: decisions, actions: actions.decisions).add(to: pages)
        ArchivePages(kit: kit, decisions: decisions, actions: actions.decisions).add(to: pages)
        AnnulmentPages(kit: kit, office: office, decisions: decisions, actions: actions.decisions).add(to: pages)
    }

    private func addAdministration(to pages: RouterGroup<ServiceContext>) {
        AccountsPages(kit: kit, desk: staff, actions: actions.accounts).add(to: pages)
        AccountPages(kit: kit, desk: staff, actions: actions.own).add(to: pages)
        FactorPages(kit: kit, desk: staff, actions: actions.own).add(to: pages)
        JournalPages(kit: kit, register: office.tools.register).add(to: pages)
        TrialPages(
            kit: kit, office: office, actions: TrialActions(office: office, decisions: decisions, staff: staff)
        ).add(to: pages)
    }
}

/// The first page: for members, for whoever holds a decision, for the staff.
struct HomePages {
    let kit: PageKit

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("/") { [kit] _, context in
            try kit.page("home", title: BilingualText("Bỏ phiếu kín", "Secret ballot"), for: context)
        }
    }
}
