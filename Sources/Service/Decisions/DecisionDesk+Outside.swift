import Decisions
import OpenSSLKit
import Reader
import Recognition
import SecretBallot
import SignedPDF
import Storage

/// Signing outside the service, where the signer's key lies on a token that never leaves its owner.
extension DecisionDesk {
    /// Papers with numbers, and their files, that wait for a signature.
    /// - Throws: as `issue`.
    func prepare(
        _ order: DecisionOrder, for units: [String]?, together: Bool, of desk: RoundDesk,
        noting entry: ([NumberedPaper]) -> JournalEntry
    ) async throws -> [NumberedPaper] {
        let basis = try await basis(of: desk)
        let now = try time(after: try await lastStep(of: desk.name))
        let groups = try await groups(units, together: together, basis, in: desk.name)
        let papers = try await reserve(order, groups, basis, in: desk.name)
        do {
            let documents = try await tools.lanes.papers.map(Array(zip(papers, groups))) { [press] paper, units in
                let decisions = try basis.decisions(units, number: paper.number, order)
                let unsigned = try press.recognition(decisions, on: basis.ground, at: Int64(now))
                return PaperDocument(paper: paper.id, bytes: unsigned.pdf)
            }
            return try await keep(documents, of: desk.name, at: now, noting: entry(papers))
        } catch {
            await abandoned.letGo(of: papers.map(\.id), in: register)
            throw error
        }
    }

    /// Keeps papers until they are signed. Where the register fails it may have kept them all the same, and knows.
    private func keep(
        _ documents: [PaperDocument], of round: String, at now: Int, noting entry: JournalEntry
    ) async throws -> [NumberedPaper] {
        do {
            return try await register.noting(entry).prepare(documents, at: now)
        } catch {
            guard await areKept(documents, .prepared) else { throw error }
            let kept = Set(documents.map(\.paper))
            return try await register.prepared(round: round).filter { kept.contains($0.id) }
        }
    }

    /// A prepared paper's file with all of the signature but its bytes: what a program that makes only CMS signs.
    /// - Throws: `Problem.notFound`.
    func prepared(_ id: Int64) async throws -> PreparedSignature {
        let (paper, file) = try await waiting(id)
        let signing = signing
        return try await tools.lanes.papers.run {
            let text = try DecisionDocument(file).text
            return try signing.prepare(
                file, as: .signer, name: text.signer.name, organization: text.authority.name, at: Int64(paper.since))
        }
    }

    /// Attaches its signature to a prepared file.
    /// - Throws: `Problem.notFound`, `.signature`, `.untrustedIdentity`, `.identityOfAnother`, `.clockBehind`.
    func attach(
        _ signature: [UInt8], to id: Int64, noting entry: (NumberedPaper) -> JournalEntry
    ) async throws -> [DecisionEntry] {
        let signed = DetachedDecision(prepared: try await prepared(id), signature: signature)
        // Whatever was sent is looked at by a reader before anything here takes it apart to stamp it.
        _ = try await checked(try signed.attached(), as: id)
        let stamped = try await stamped([signed])
        return try await attach(signed: try verifier.preserving(stamped[0].attached()), to: id, noting: entry)
    }

    /// Puts in the place of a prepared file the one that another program signed.
    /// - Throws: `Problem.notFound`, `.signature` for a file in which anything but signatures changed,
    ///   `.untrustedIdentity`, `.identityOfAnother`, `.clockBehind`; `ReaderFault`.
    func attach(
        signed file: [UInt8], to id: Int64, noting entry: (NumberedPaper) -> JournalEntry
    ) async throws -> [DecisionEntry] {
        let paper = try await checked(file, as: id)
        let now = try time(after: paper.since, try await lastStep(of: paper.round))
        return try await issue([PaperDocument(paper: id, bytes: file)], after: now, noting: entry(paper))
    }

    /// - Returns: the paper that waits for the file.
    private func checked(_ file: [UInt8], as id: Int64) async throws -> NumberedPaper {
        let (paper, base) = try await waiting(id)
        if let refusal = try await readers.refusal(of: file, since: base, for: .staff, now: Int64(tools.clock.now)) {
            throw Problem(refusal)
        }
        return paper
    }

    /// Lets go of prepared papers that will not be signed.
    /// - Throws: `Problem.notFound`.
    /// - Returns: the paper as it waited.
    func withdraw(_ id: Int64, noting entry: (NumberedPaper) -> JournalEntry) async throws -> NumberedPaper {
        let (paper, _) = try await waiting(id)
        do {
            try await register.noting(entry(paper)).release([id])
        } catch {
            // It may have been let go of all the same.
            guard try await register.paper(id) == nil else { throw error }
        }
        return paper
    }

    func waiting(_ id: Int64) async throws -> (paper: NumberedPaper, file: [UInt8]) {
        guard let paper = try await register.paper(id), paper.state == .prepared,
            let file = try await register.document(of: id)
        else { throw Problem(.notFound) }
        return (paper, file)
    }
}

extension Problem {
    fileprivate init(_ refusal: SignatureIntake.Refusal) {
        switch refusal {
        case .signature(let detail): self.init(.signature, detail)
        case .signer(let reason):
            self.init(.untrustedIdentity, because: reason)
        case .place(let reason):
            self.init(.identityOfAnother, because: reason)
        }
    }
}
