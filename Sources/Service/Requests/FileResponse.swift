import HTTPTypes
import Hummingbird
import NIOPosix

/// A file as an answer, streamed in bounded memory by threads that may wait for the disk. Whoever lost the line in the
/// midst of it goes on from there (RFC 9110, section 14): the files that are served so never change.
struct FileResponse {
    let path: String
    let type: String
    let request: Request
    let context: ServiceContext

    func make() async throws -> Response {
        let files = FileIO(threadPool: .singleton)
        let whole = try await files.loadFile(path: path, context: context)
        var response = Response(status: .ok, body: whole)
        if let size = whole.contentLength, let range = ByteRange(request.headers[.range], of: size) {
            response = try await part(range, of: size, files)
        }
        response.headers[.contentType] = type
        response.headers[.cacheControl] = "no-store"
        response.headers[.acceptRanges] = "bytes"
        return response
    }

    private func part(_ range: ByteRange, of size: Int, _ files: FileIO) async throws -> Response {
        guard let bytes = range.bytes else {
            return Response(status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(size)"])
        }
        return Response(
            status: .partialContent,
            headers: [.contentRange: "bytes \(bytes.lowerBound)-\(bytes.upperBound)/\(size)"],
            body: try await files.loadFile(path: path, range: bytes, context: context))
    }
}

/// What the header `Range` asks for (RFC 9110, section 14.1.2): one range of bytes, up to an end or to the last one.
struct ByteRange: Equatable {
    /// From 0, both ends included; nil where the file has none of them.
    let bytes: ClosedRange<Int>?

    /// - Returns: nil where the header is missing or asks for something else, which is then answered with the whole.
    init?(_ header: String?, of size: Int) {
        guard let match = header?.wholeMatch(of: /bytes=([0-9]{1,15})-([0-9]{0,15})/),
            let first = Int(match.output.1)
        else { return nil }
        let last = Int(match.output.2) ?? .max
        guard last >= first else { return nil }
        bytes = first < size ? first...min(last, size - 1) : nil
    }
}
