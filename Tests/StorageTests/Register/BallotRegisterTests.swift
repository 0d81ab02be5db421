import Testing

@testable import Storage

@Suite struct BallotRegisterTests {
    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    @Test func marksAreSetTogetherAndAgain() async throws {
        try await register.mark(["v1": .present, "v2": .absent], in: "r1", while: nil)
        try await register.mark(["v2": .excused, "v3": .absent], in: "r1", while: ["draft"])
        #expect(try await register.attendance(of: "r1") == ["v1": .present, "v2": .excused, "v3": .absent])
        #expect(try await register.attendance(of: "r2").isEmpty)
    }

    @Test func marksAreSetOnlyInTheStatesGiven() async throws {
        await expectCode(.wrongState(present: "draft")) {
            try await register.mark(["v1": .present], in: "r1", while: ["issuing"])
        }
        await expectCode(.missing) { try await register.mark(["v1": .present], in: "r9", while: nil) }
        #expect(try await register.attendance(of: "r1").isEmpty)
    }

    @Test func aVoterFindsOnce() async throws {
        #expect(try await register.addFound([1], by: "v1", in: "r1") == .accepted)
        #expect(try await register.addFound([2], by: "v1", in: "r1") == .repeated)
        #expect(try await register.addFound([3], by: "v2", in: "r1") == .accepted)
        #expect(try await register.found(in: "r1") == ["v1": [1], "v2": [3]])
        await expectCode(.missing) { try await register.addFound([1], by: "v1", in: "r9") }
    }

    @Test func aBoardMemberSignsEachStageOnce() async throws {
        #expect(try await register.addBoardSignature([1], by: 0, at: .freeze, in: "r1") == .accepted)
        #expect(try await register.addBoardSignature([1], by: 0, at: .freeze, in: "r1") == .repeated)
        #expect(try await register.addBoardSignature([2], by: 0, at: .freeze, in: "r1") == .differs)
        #expect(try await register.addBoardSignature([2], by: 0, at: .open, in: "r1") == .accepted)
        #expect(try await register.boardSignatures(at: .freeze, in: "r1") == [0: [1]])
        await expectCode(.missing) { try await register.addBoardSignature([1], by: 0, at: .open, in: "r9") }
    }
}
