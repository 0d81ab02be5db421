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
    let journal: Journal

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/identity", use: show)
        pages.post("desk/identity", use: set)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.signer)
        let data: JSONValue = [
            "identity": try await IdentityView(decisions: decisions).json(of: member),
            "kept": .bool(request.uri.queryParameters["kept"] != nil),
        ]
        return try kit.page(
            "identity", title: BilingualText("Chứng thư số của người ký", "Your signing certificate"), data,
            styles: ["styles/signer.css"], for: context)
    }

    @Sendable private func set(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.signer)
        return try await kit.submit(request, context, limit: Self.limit, page: show) { form in
            let certificate = try await decisions.setIdentity(
                try form.file("pkcs12"), password: form.keyPassword(), of: member)
            try await journal.note(member, "identity.set", Base64URL.encode(certificate.fingerprint))
            return "/desk/identity?kept"
        }
    }
}
