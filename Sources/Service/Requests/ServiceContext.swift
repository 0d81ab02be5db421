import Connections
import Hummingbird
import NIOCore
import Reader
import StrictEncoding

/// A request under way: which route, and on the staff's side who asks.
struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var staff: StaffMember?
    var visit = PageVisit()

    /// Whose share of what is limited this request counts against; nil for this machine, and for a proxy.
    var peer: PeerAddress?

    /// The same, of those who read strangers' files.
    var asker: Asker { staff == nil ? .stranger(peer?.bytes) : .staff }

    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        peer = PeerAddress(source.channel.remoteAddress)
    }

    /// Ends the body that is being sent, from wherever that is decided.
    func letGoOfBody() { channel.pipeline.fireUserInboundEventTriggered(LetGo.body) }

    /// Charges what is read while `body` runs to the staff's purse, where somebody is signed in.
    func charged<Value>(_ body: () async throws -> Value) async throws -> Value {
        guard staff != nil, let account = BodyBudget.account else { return try await body() }
        return try await BodyBudget.$account.withValue(account.ofStaff) { try await body() }
    }

    /// The round in the path, by the service's own name of it.
    /// - Throws: `Problem.unknownRound`.
    @inline(never)
    func desk(of office: RoundOffice) throws -> RoundDesk { try office.desk(parameters.require("round")) }

    /// The digest in the path.
    /// - Throws: `Problem.notFound` if it is none.
    func digest() throws -> [UInt8] {
        guard let digest = try? Base64URL.decode(parameters.require("digest")), digest.count == 32 else {
            throw Problem(.notFound)
        }
        return digest
    }

    /// The paper's id in the path.
    /// - Throws: `Problem.notFound` if it is none.
    func paper() throws -> Int64 {
        guard let paper = try Int64(parameters.require("paper")) else { throw Problem(.notFound) }
        return paper
    }
}

/// Tells whose share a request counts against.
struct PeerMiddleware: RouterMiddleware {
    let proxies: Proxies

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.peer = proxies.single(context.peer)
        return try await next(request, context)
    }
}
