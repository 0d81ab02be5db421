import Hummingbird
import NIOPosix

/// A file as an answer, streamed in bounded memory by threads that may wait for the disk.
struct FileResponse {
    let path: String
    let type: String
    let context: ServiceContext

    func make() async throws -> Response {
        let body = try await FileIO(threadPool: .singleton).loadFile(path: path, context: context)
        var response = Response(status: .ok, body: body)
        response.headers[.contentType] = type
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
