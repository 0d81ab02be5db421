import Hummingbird
import NIOCore
import SecretBallot
import Storage
import StrictEncoding

/// What anybody may read of a round.
struct PublicRoundRoutes {
    let office: RoundOffice
    let decisions: DecisionDesk

    func add(to rounds: RouterGroup<ServiceContext>) {
        rounds.get(":roundID", use: status)
        document(.manifest, at: ":roundID/manifest", in: rounds)
        document(.guidance, at: ":roundID/guidance", in: rounds)
        document(.board, at: ":roundID/board", in: rounds)
        document(.boardTranscript, at: ":roundID/transcript", in: rounds)
        document(.closing, at: ":roundID/closing", in: rounds)
        document(.steps, at: ":roundID/steps", in: rounds)
        document(.relays, at: ":roundID/relays", in: rounds)
        document(.attendance, at: ":roundID/attendance", in: rounds)
        document(.roll, at: ":roundID/roll", in: rounds)
        document(.seal, at: ":roundID/seal", in: rounds)
        document(.found, at: ":roundID/found", in: rounds)
        document(.opening, at: ":roundID/opening", in: rounds)
        document(.tally, at: ":roundID/tally", in: rounds)
        document(.outcomes, at: ":roundID/outcomes", in: rounds)
        rounds.get(":roundID/cancellation", use: cancellation)
        rounds.get(":roundID/boxes", use: boxes)
        rounds.get(":roundID/record", use: record)
    }

    @Sendable private func status(_ request: Request, _ context: ServiceContext) async throws -> Response {
        .json(try await office.desk(of: context).publicStatus())
    }

    private func document(_ file: RecordFile, at path: RouterPath, in rounds: RouterGroup<ServiceContext>) {
        let type =
            switch file.rawValue.split(separator: ".").last {
            case "jsonl": "application/jsonl"
            case "bin": "application/octet-stream"
            default: "application/json"
            }
        rounds.get(path) { [self] _, context in
            let bytes = try await office.desk(of: context).published(file)
            return Response.bytes(bytes, type: type, immutable: file == .manifest)
        }
    }

    @Sendable private func cancellation(_ request: Request, _ context: ServiceContext) async throws -> Response {
        .bytes(try await office.desk(of: context).require(.signedCancellation), type: "application/json")
    }

    @Sendable private func boxes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let path = try await office.desk(of: context).boxes().path
        return try await FileResponse(
            path: path, type: "application/octet-stream", request: request, context: context
        ).make()
    }

    @Sendable private func record(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try office.desk(of: context)
        let path = try await desk.record(with: decisions.recordFiles(of: desk))
        return try await FileResponse(path: path, type: "application/zip", request: request, context: context).make()
    }
}
