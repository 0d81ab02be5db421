import HTTPTypes
import Hummingbird
import StrictEncoding

/// The files of the pages, and the list of their digests, to be compared from outside.
struct AssetRoutes {
    let source: WebFileSource

    func add(to router: Router<ServiceContext>) {
        router.get("assets/:version/**", use: file)
        router.get("assets/SHA256SUMS", use: digests)
    }

    @Sendable private func file(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let path = context.parameters.getCatchAll().joined(separator: "/")
        let files = try source.files()
        guard let file = files.files[path], let type = file.type else { throw Problem(.notFound) }
        // An old page may ask for an old version: it gets what there is, which its integrity attributes then judge.
        let isCurrent = context.parameters.get("version") == files.version
        var response = Response.bytes(
            request.acceptsGzip ? file.packed : file.bytes, type: type, immutable: isCurrent)
        if request.acceptsGzip { response.headers[.contentEncoding] = "gzip" }
        response.headers[.vary] = "Accept-Encoding"
        return response
    }

    /// One line a file, as `sha256sum --check` reads them.
    @Sendable private func digests(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let files = try source.files().files.values.sorted { $0.path < $1.path }
        let lines = files.map { file in
            let digest = file.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return "\(digest)  \(file.path)\n"
        }
        return .bytes(Array(lines.joined().utf8), type: "text/plain; charset=utf-8")
    }
}
