import Connections
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import SecretBallot
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Relay

/// What a device sees of a relay, through all of its routes.
@Suite struct RelayRoutesTests {
    private let world: MixWorld
    private let service: FakeService
    private let clock = TestClock()
    private let desk: RelayDesk
    private let responder: RouterResponder<RelayContext>

    init() throws {
        world = try MixWorld.shared.get()
        service = FakeService(world.manifest)
        desk = try RelayDesk(
            RelayTools(
                key: world.relayKey, storage: MemoryStorage(), service: service, clock: clock,
                generator: SystemRandomNumberGenerator(), issuer: MixWorld.issuer, memory: 1 << 30,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        var configuration = RelayConfiguration(folder: "", issuer: MixWorld.issuer)
        configuration.path = "/relay"
        responder = try Self.router(configuration, desk).buildResponder()
    }

    private static func router(_ configuration: RelayConfiguration, _ desk: RelayDesk) throws -> Router<RelayContext> {
        let table = ConnectionTable(configuration.limits, proxies: try Proxies())
        return relayRouter(configuration, desk, RelayRunning(desk), try Proxies()) { table.counts }
    }

    private struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        func object() throws -> JSONObjectReader {
            try JSONReader(parsing: bytes, as: "answer", limit: 1 << 20).looseObject()
        }
    }

    private func ask(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> Answer {
        let bytes = body?.encoded() ?? []
        var head = HTTPRequest(method: method, scheme: "http", authority: "relay.example", path: path)
        if body != nil { head.headerFields[.contentLength] = String(bytes.count) }
        let context = RelayContext(
            source: ApplicationRequestContextSource(
                channel: NIOAsyncTestingChannel(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: bytes))), context: context)
        let sink = Sink()
        try await response.body.write(Collector(sink: sink))
        return Answer(status: Int(response.status.code), headers: response.headers, bytes: sink.bytes.withLock { $0 })
    }

    private final class Sink: Sendable {
        let bytes = Mutex<[UInt8]>([])
    }

    private struct Collector: ResponseBodyWriter {
        let sink: Sink
        mutating func write(_ buffer: ByteBuffer) async throws {
            sink.bytes.withLock { $0 += buffer.readableBytesView }
        }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private var base: String { "/relay/rounds/\(world.manifest.roundID)" }

    private func path(of member: MixMember) -> String { base + "/bundles/" + Base64URL.encode(member.bundle.hash) }

    @Test func aBallotGoesFromHandToBox() async throws {
        #expect(try await ask(.get, base).object().member("voters").integer() == 0)
        let (one, two) = (world.member(0), world.member(1))
        #expect(try await ask(.get, path(of: one)).status == 404)
        for member in [one, two, one] {
            let answer = try await ask(.post, base + "/bundles", member.handover(atLeast: 2).json)
            #expect(answer.status == 202)
        }
        #expect(try await ask(.get, base).object().member("voters").integer() == 2)
        let held = try await ask(.get, path(of: one))
        #expect(held.status == 202)
        #expect(try held.object().member("state").string() == "held")

        let closing = try world.closing([one, two])
        service.state.withLock { $0.closing = closing }
        try await #require(desk.unfinished.first).run()
        #expect(service.state.withLock { $0.sent.count } == 1)
        // A week has passed in the test's clock.
        #expect(try await ask(.get, path(of: one)).status == 410)
        let late = try await ask(.post, base + "/bundles", world.member(2).handover(atLeast: 1).json)
        #expect(late.status == 409)
        #expect(try late.object().member("code").string() == "mixed")
    }

    @Test func answersComeInTheBundlesOrder() async throws {
        let member = world.member(0)
        _ = try await ask(.post, base + "/bundles", member.handover(atLeast: 1).json)
        _ = try await ask(.post, base + "/bundles", world.member(1).handover(atLeast: 6).json)
        let roll = [member.voter: member.key.publicKey, world.member(1).voter: world.member(1).key.publicKey]
        let order = try #require(
            desk.change(world.manifest.roundID) { round in
                round.mix(on: roll, closing: [], using: &SystemRandom.shared)
            })
        desk.change(world.manifest.roundID) { $0.beginSending() }
        let sending = try await ask(.get, path(of: member))
        #expect(sending.status == 202)
        #expect(try sending.object().member("state").string() == "sending")
        #expect(try sending.object().member("voters").integer() == 1)
        desk.change(world.manifest.roundID) { $0.take(answers: order.messages.map(FakeService.answer)) }
        let answer = try await ask(.get, path(of: member))
        #expect(answer.status == 200)
        #expect(try answer.object().member("voters").integer() == 1)
        let expected = (0..<member.bundle.count).map { FakeService.answer(to: member.bundle.message(at: $0)) }
        #expect(try answer.object().member("answers").array().map { try $0.bytes() } == expected)
        let unsent = try await ask(.get, path(of: world.member(1)))
        #expect(unsent.status == 200)
        #expect(try unsent.object().member("unsent").bool())
    }

    @Test func howLongASmallerMixMayBeAcceptedIsTold() async throws {
        let member = world.member(0)
        _ = try await ask(.post, base + "/bundles", member.handover(atLeast: 6).json)
        let held = try await ask(.get, path(of: member)).object()
        #expect(held.optional("seconds") == nil)
        let end = clock.now + 100
        desk.change(world.manifest.roundID) { $0.beginLowering(until: end) }
        for (wait, left) in [(40.0, 60), (60, 0), (30, 0)] {
            try await clock.sleep(seconds: wait)
            let lowering = try await ask(.get, path(of: member)).object()
            #expect(try lowering.member("state").string() == "lowering")
            #expect(try lowering.member("seconds").integer() == left)
        }
    }

    /// What the room follows: how many handed over, and where the mix stands.
    @Test func theRoomSeesWhereTheMixStands() async throws {
        func standing() async throws -> (Int, String) {
            // And nothing of who.
            let answer = try JSONReader(parsing: try await ask(.get, base).bytes, as: "status", limit: 1 << 10)
                .object(["voters", "state"])
            return (try answer.member("voters").integer(), try answer.member("state").string())
        }
        let (one, two) = (world.member(0), world.member(1))
        _ = try await ask(.post, base + "/bundles", one.handover(atLeast: 1).json)
        _ = try await ask(.post, base + "/bundles", two.handover(atLeast: 6).json)
        #expect(try await standing() == (2, "held"))
        desk.change(world.manifest.roundID) { $0.beginLowering(until: 9) }
        #expect(try await standing() == (2, "lowering"))
        let roll = [one.voter: one.key.publicKey, two.voter: two.key.publicKey]
        let order = desk.change(world.manifest.roundID) { $0.mix(on: roll, closing: [], using: &SystemRandom.shared) }
        // Still how many handed over, not of how many the mix is.
        #expect(try await standing() == (2, "sending"))
        desk.change(world.manifest.roundID) { [order] in
            $0.take(answers: (order?.messages ?? []).map(FakeService.answer))
        }
        #expect(try await standing() == (2, "sent"))
    }

    @Test func aBundleIsGivenBack() async throws {
        let member = world.member(0)
        _ = try await ask(.post, base + "/bundles", member.handover(atLeast: 1).json)
        let request: JSONValue = [
            "voter": .string(member.voter), "deviceKey": .bytes(member.key.publicKey.bytes),
            "issued": .bytes(member.issued),
            "signature": .bytes(try Release.sign(member.bundle.hash, of: world.manifest, with: member.key)),
        ]
        let answer = try await ask(.post, path(of: member) + "/release", request)
        let signature = try answer.object().member("released").bytes(64)
        #expect(
            Release.isValid(signature, for: member.bundle.hash, by: world.relayKey.publicKey, of: world.manifest))
        let again = try await ask(.post, base + "/bundles", member.handover(atLeast: 1).json)
        #expect(again.status == 409)
        #expect(try again.object().member("code").string() == "released")
    }

    @Test func whatIsRefusedIsToldInTwoLanguages() async throws {
        let good = try world.member(0).handover(atLeast: 1).json
        let bundles = base + "/bundles"
        let cases: [(HTTPRequest.Method, String, JSONValue?, Int, String)] = [
            (.get, "/relay/rounds/x", nil, 404, "unknown-round"),
            (.get, "/relay/rounds/" + Base64URL.encode([UInt8](repeating: 9, count: 32)), nil, 404, "unknown-round"),
            (.get, base + "/bundles/x", nil, 404, "unknown-bundle"),
            (.post, bundles, good.replacing("voter", "uv-9"), 403, "voter"),
            (.post, bundles, good.replacing("issued", good.member("signature")), 403, "issued"),
            (.post, bundles, good.replacing("atLeast", 2), 403, "signature"),
            (.post, bundles, good.replacing("bundle", "AA"), 400, "malformed-request"),
            (.post, bundles, ["voter": .string(String(repeating: "x", count: 20_000))], 413, "too-large"),
            (.get, "/elsewhere", nil, 404, "refused"),
        ]
        for (method, path, body, status, code) in cases {
            let answer = try await ask(method, path, body)
            #expect(answer.status == status, "\(path)")
            let problem = try answer.object()
            #expect(try problem.member("code").string() == code)
            let messages = try problem.member("messages").looseObject()
            for language in ["vi", "en"] { #expect(try !messages.member(language).string().isEmpty) }
            #expect(answer.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func everyRouteIsDescribed() throws {
        let description = try TestFiles.text("docs/api/relay.yaml")
        let configuration = RelayConfiguration(folder: "", issuer: MixWorld.issuer)
        let routes = try Self.router(configuration, desk).routes.map(\.path.description)
        for route in routes where route.contains("rounds") {
            #expect(description.contains("\n  \(route):\n"), "\(route)")
        }
        for refusal in RelayRefusal.allCases { #expect(description.contains("`\(refusal.rawValue)`")) }
    }

    @Test func pagesMayHandOver() async throws {
        let preflight = try await ask(.options, base + "/bundles")
        #expect(preflight.status == 204)
        #expect(preflight.headers[.accessControlAllowMethods] == "GET, POST")
    }

    @Test func metricsAreNumbersOfNobody() async throws {
        _ = try await ask(.post, base + "/bundles", world.member(0).handover(atLeast: 1).json)
        let text = String(decoding: try await ask(.get, "/metrics").bytes, as: UTF8.self)
        #expect(text.contains("\nphieukin_relay_taken_total 1\n"))
        for secret in ["uv-0", world.manifest.roundID.description, Base64URL.encode(world.member(0).bundle.hash)] {
            #expect(!text.contains(secret))
        }
        #expect(try await ask(.get, "/health").status == 200)
    }
}

extension JSONValue {
    fileprivate func member(_ name: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.name == name }?.value ?? .null
    }
}
