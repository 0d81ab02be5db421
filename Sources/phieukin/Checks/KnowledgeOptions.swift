import ArgumentParser
import Client
import Decisions
import StrictEncoding

/// Where it can be looked up whether a decision is recorded and in force.
struct KnowledgeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The service whose register to ask.", valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp("An authority's certificate (PEM) to trust the server's TLS by.", valueName: "pem"))
    var caFile: String?

    @Option(help: ArgumentHelp("A signed list of annulled decisions.", valueName: "file"))
    var annulledList: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("The service's log key, base64url.", valueName: "key"))
    var logKey: String?

    @Option(help: ArgumentHelp("The service's name in its notes.", valueName: "name"))
    var issuer: String?

    func validate() throws {
        guard annulledList == nil || (logKey != nil && issuer != nil) else {
            throw ValidationError("--annulled-list needs --log-key and --issuer: by them the list is checked.")
        }
    }

    /// - Throws: `Failure`, `MalformedInput`.
    func list() throws -> ListKnowledge {
        guard let annulledList, let logKey, let issuer else { return .notGiven }
        let note = try InputFile.read(annulledList, limit: AnnulledList.maximumSize)
        return ListKnowledge(note: note, issuer: issuer, logKey: try Base64URL.decode(logKey))
    }

    /// A register that does not answer knows nothing: the answers that rest on it become “unknown”.
    func register(of document: Result<DecisionDocument, DocumentFault>) async throws -> RegisterKnowledge {
        guard let server, case .success(let document) = document else { return .notConsulted }
        let voter = VoterClient(try ServerOptions.connection(to: ServerAddress(server), caFile: caFile))
        do {
            return try await RegisterKnowledge(asking: voter, about: document.text.digests)
        } catch {
            Terminal.complain("warning: the register could not be asked: \(error)")
            return .notConsulted
        }
    }
}

extension RegisterKnowledge {
    /// - Parameter digests: of statements.
    /// - Throws: whatever keeps the register from answering.
    init(asking voter: VoterClient, about digests: [[UInt8]]) async throws {
        var known: [RegisteredDecision] = []
        for digest in digests {
            do {
                known.append(try await RegisteredDecision(asking: voter, about: digest, besides: known.last))
            } catch let problem as ServerProblem where problem.status == 404 {
                continue
            }
        }
        self = .consulted(known)
    }
}

extension RegisteredDecision {
    /// - Parameter other: one that may stand on the same paper, whose file then is not asked for again.
    fileprivate init(
        asking voter: VoterClient, about digest: [UInt8], besides other: RegisteredDecision?
    ) async throws {
        let kept = try await voter.decision(digest)
        let annulment = try kept.annulment.map { kept in
            try Annulment(ExactAnnulment(bytes: kept.statement), at: Int64(kept.issuedAt))
        }
        let isSamePaper = other?.issuedAt == Int64(kept.decision.issuedAt)
        let document =
            if isSamePaper, let other, try DecisionDocument(other.document).text.digests.contains(digest) {
                other.document
            } else {
                try await voter.decisionDocument(digest)
            }
        self.init(
            digest: kept.decision.digest, issuedAt: Int64(kept.decision.issuedAt), document: document,
            annulment: annulment)
    }
}
