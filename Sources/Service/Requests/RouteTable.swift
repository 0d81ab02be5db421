import HTTPTypes
import Hummingbird
import Synchronization

/// Which methods an address takes: for whoever asks with another one.
final class RouteTable: Sendable {
    private let routes = Mutex<[(path: RouterPath, method: HTTPRequest.Method)]>([])

    /// Learns all routes there are, when all are there.
    func learn(_ router: Router<ServiceContext>) {
        let all = router.routes.map { ($0.path, $0.method) }
        routes.withLock { $0 = all }
    }

    /// In the order of the alphabet; none where there is nothing at all.
    func methods(at path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        var found = Set(routes.withLock { $0 }.filter { Self.matches($0.path, segments) }.map(\.method))
        if found.contains(.get) { found.insert(.head) }
        return found.sorted { $0.rawValue < $1.rawValue }
    }

    private static func matches(_ path: RouterPath, _ segments: [Substring]) -> Bool {
        for (place, element) in path.components.enumerated() {
            if element == .recursiveWildcard { return true }
            guard place < segments.count, element ~= segments[place] else { return false }
        }
        return path.components.count == segments.count
    }
}
