import Hummingbird
import Recognition
import StrictEncoding

/// The first page: for members, for whoever holds a decision, for the staff.
struct HomePages {
    let kit: PageKit

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("/") { [kit] _, context in
            try kit.page("home", title: BilingualText("Bỏ phiếu kín", "Secret ballot"), for: context)
        }
    }
}
