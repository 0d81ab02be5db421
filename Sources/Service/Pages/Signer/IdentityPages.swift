import Hummingbird
import OpenSSLKit
import Recognition
import Storage
import StrictEncoding

/// A signer's own certificate and key.
struct IdentityPages {
    /// A PKCS#12 file with its chain.
    private static let limit = 2 << 20

    let kit: PageKit
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/identity", use: show)
        pages.post("desk/identity", use: set)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeIdentity)
        let data: JSONValue = [
            "identity": try await IdentityView(decisions: decisions).json(of: member),
            "kept": .bool(request.uri.queryParameters["kept"] != nil),
        ]
        return try kit.page(
            "identity", title: BilingualText("Chứng thư số của người ký", "Your signing certificate"), data,
            styles: ["styles/signer.css"], scripts: ["scripts/signer/signer-forms.js"], for: context)
    }

    @Sendable private func set(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.setIdentity)
        return try await kit.submit(request, context, limit: Self.limit, page: show) { form in
            _ = try await actions.setIdentity(
                try form.file("pkcs12"), password: form.keyPassword(), by: member)
            return "/desk/identity?kept"
        }
    }
}
