import Glibc

/// How many files and connections this process may have open.
enum Descriptors {
    /// More than the service can use: some programs walk over all that they may have.
    private static let most: rlim_t = 65_536

    /// Raises the limit as far as the system lets it.
    /// - Returns: the limit from then on.
    static func raise() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
        let wanted = min(limit.rlim_max, most)
        if limit.rlim_cur < wanted {
            var raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit.rlim_cur = wanted }
        }
        return Int(min(limit.rlim_cur, most))
    }
}
