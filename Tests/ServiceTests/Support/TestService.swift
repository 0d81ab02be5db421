import AsyncHTTPClient
import Client
import Connections
import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import OpenSSLKit
import Reader
import ServiceLifecycle
import Storage
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// The real service on a free port of loopback, over a fresh installation, as it runs for its users.
struct TestService: Sendable {
    static let adminPassword = "con-meo-leo-cay-cau"
    static let staffPassword = "thuyen-xuoi-nam-na-27"

    let folder: String
    let port: Int
    let connection: Connection
    let logs: LogSink
    let time: TestTime
    let lanes: Lanes

    /// Runs `body` against a service; the service is stopped in order afterwards.
    /// - Parameters:
    ///   - folder: an installation to go on with; a fresh one, removed afterwards, where nil.
    ///   - tls: the folder of certificate.pem and key.pem; plain HTTP where nil.
    ///   - plan: lets its storage fail.
    static func run<Value: Sendable>(
        in folder: String? = nil, time: TestTime = TestTime(), trusting certificates: [Certificate] = [],
        tls: String? = nil, limits: ConnectionLimits = ConnectionLimits(),
        bodies: [BodyBudget.Purse: Int] = BodyBudget.usual, faults plan: FaultPlan? = nil,
        configure: (inout ServiceConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (TestService) async throws -> Value
    ) async throws -> Value {
        await TestTurn.shared.take()
        defer { Task { await TestTurn.shared.leave() } }
        let home = try folder ?? makeFolder()
        defer { if folder == nil { try? FileManager.default.removeItem(atPath: home) } }
        var configuration = try await configuration(of: home)
        configuration.port = 0
        configuration.tlsCertificateFile = tls.map { $0 + "/certificate.pem" }
        configuration.tlsKeyFile = tls.map { $0 + "/key.pem" }
        try trust(certificates, in: &configuration)
        configure(&configuration)
        let logs = LogSink()
        let (ports, announce) = AsyncStream.makeStream(of: Int.self)
        let lanes = Lanes()
        let application = try await buildApplication(
            configuration, lanes: lanes, limits: limits, bodies: bodies, logger: logs.logger,
            clock: ServiceClock { time.now },
            opening: { place in try plan.map { try FaultyStorage(place, $0) } ?? place.open() }
        ) { announce.yield($0) }
        return try await serve(application, logs) {
            guard let port = await ports.first(where: { _ in true }) else { throw CancellationError() }
            let connection = try Connection(to: ServerAddress("http://127.0.0.1:\(port)"))
            return try await body(
                TestService(folder: home, port: port, connection: connection, logs: logs, time: time, lanes: lanes))
        }
    }

    private static func serve<Value: Sendable>(
        _ application: some ApplicationProtocol, _ logs: LogSink, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        var life = ServiceGroupConfiguration(services: [application], logger: logs.logger)
        // Against hanging alone.
        life.maximumGracefulShutdownDuration = .seconds(300)
        let group = ServiceGroup(configuration: life)
        return try await withThrowingTaskGroup(of: Value?.self) { tasks in
            tasks.addTask {
                try await group.run()
                return nil
            }
            tasks.addTask { try await body() }
            while let value = try await tasks.next() {
                guard let value else { continue }
                await group.triggerGracefulShutdown()
                while try await tasks.next() != nil {}
                return value
            }
            throw CancellationError()
        }
    }

    /// In memory where there is some: what waits for a disk is Storage's, and tested there.
    private static let temporary: URL = {
        let (memory, enough) = ("/dev/shm", 1 << 30)
        let free = try? FileManager.default.attributesOfFileSystem(forPath: memory)[.systemFreeSize] as? Int
        guard let free, free >= enough, FileManager.default.isWritableFile(atPath: memory) else {
            return FileManager.default.temporaryDirectory
        }
        return URL(filePath: memory)
    }()

    static func makeFolder() throws -> String {
        let path = temporary.appending(path: "phieukin-test-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    static func configuration(of folder: String) async throws -> ServiceConfiguration {
        var configuration = ServiceConfiguration(dataFolder: folder + "/data")
        configuration.accountRules = .simple
        configuration.readers = try ServeProcess.readers
        if !FileManager.default.fileExists(atPath: configuration.dataFolder + "/phieukin.sqlite") {
            try await Installation.create(
                configuration, issuer: "phieukin.test", adminName: "quantri", adminPassword: adminPassword)
        }
        return configuration
    }

    private static func trust(_ certificates: [Certificate], in configuration: inout ServiceConfiguration) throws {
        guard !certificates.isEmpty else { return }
        let folder = configuration.dataFolder + "/trusted"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (index, certificate) in certificates.enumerated() {
            try Data(certificate.pem()).write(to: URL(filePath: "\(folder)/\(index).pem"))
        }
        configuration.trustedCertificatesFolder = folder
    }

    // MARK: - People

    var admin: StaffClient {
        get async throws {
            try await StaffClient.login(connection, name: "quantri", password: Self.adminPassword)
        }
    }

    /// A member of staff with these roles, made if need be.
    func staff(_ name: String, _ roles: StaffAccount.Role...) async throws -> StaffClient {
        let admin = try await admin
        if try await !admin.accounts().contains(where: { $0.name == name }) {
            try await admin.createAccount(name, displayName: name, roles: roles, password: Self.staffPassword)
        }
        return try await StaffClient.login(connection, name: name, password: Self.staffPassword)
    }

    var voter: VoterClient { VoterClient(connection) }

    // MARK: - Calls that no honest client makes

    /// Follows no redirection, so that tests see them; as long-lived as the tests.
    private static let client = HTTPClient(configuration: .init(redirectConfiguration: .disallow))

    /// - Returns: the status, the problem's code if it is one, and the body.
    func call(
        _ method: String, _ path: String, _ body: [UInt8]? = nil, headers: [String: String] = [:]
    ) async throws -> RawAnswer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .init(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let body { request.body = .bytes(ByteBuffer(bytes: body)) }
        if body?.isEmpty == false, path.hasPrefix("/api/"), !request.headers.contains(name: "Content-Type") {
            request.headers.add(name: "Content-Type", value: "application/json")
        }
        let response = try await Self.client.execute(request, timeout: .seconds(60))
        let bytes = Array(try await response.body.collect(upTo: 1 << 26).readableBytesView)
        let answer = RawAnswer(
            status: Int(response.status.code), body: bytes,
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first })
        for fault in try AnswerContract.shared.get().faults(method, path, answer) { Issue.record("\(fault)") }
        return answer
    }
}
