import Glibc

/// libarchive turns names into and out of the thread's locale. A service usually runs in "C", where no name beyond
/// ASCII survives that, so its calls are made in C.UTF-8; the rest of the process keeps its own locale.
enum UTF8Locale {
    private static let shared = unsafe Handle(newlocale(1 << CInt(__LC_CTYPE), "C.UTF-8", nil))

    /// Runs `body`, which must not suspend, with this thread's names in UTF-8.
    static func run<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        // Without that locale names in ASCII still work, and others fail with an error of their own.
        guard let locale = unsafe shared.locale else { return try body() }
        let previous = unsafe uselocale(locale)
        defer { unsafe uselocale(previous) }
        return try body()
    }

    /// Made once, never changed nor freed.
    @safe private struct Handle: @unchecked Sendable {
        let locale: locale_t?

        init(_ locale: locale_t?) { unsafe self.locale = locale }
    }
}
