/// How strangers' files are read: by whom, how many at once, within which limits. The one place of these figures.
public struct ReaderSettings: Sendable {
    /// The program that is started for each file: by default the running one itself, which must know `ReaderChild`.
    public var program = "/proc/self/exe"

    /// How many files are read at once.
    public var count = 2

    /// How many more may wait; who comes when they do is told to come again. A quarter of them is what one address has,
    /// which may be a whole hall's.
    public var places = 64

    /// How many readers one address may have at once: what its files take out of them is nobody else's time. A single
    /// reader is everybody's.
    var perAddress: Int { max(1, count / 2) }

    /// In how many of the places one address may wait.
    var placesPerAddress: Int { min(places, max(1, places / 4)) }

    /// How long anybody waits for a reader before being told so.
    public var patience = Duration.seconds(5)

    /// How long a file may take by the clock on the wall; then its reader is killed.
    public var time = Duration.seconds(20)

    /// How long a new reader may take until it is ready.
    public var startingTime = Duration.seconds(20)

    /// Whether readers are started before there is a file for them.
    public var startsAhead = false

    public var confinement = Confinement()

    public init() {}

    /// Seconds after which somebody who was turned away may come again.
    var retryAfter: Int { max(1, Int(patience.components.seconds)) }
}

/// What holds a reader back; all of it counts for its whole life, which is one file.
public struct Confinement: Sendable, Hashable {
    /// Address space, in bytes: the program with its libraries takes some 100 MiB of it.
    public var memory = 768 << 20

    /// The processor's time, in seconds.
    public var seconds = 10

    /// Files and folders that it may open, for reading, where Landlock keeps it from all others; else it opens none.
    public var readable = Self.fonts

    /// What drawing a page takes: without its fonts, text that brings none along is not seen.
    public static let fonts = [
        "/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig",
        "/usr/share/xml/fontconfig", "/var/cache/fontconfig", "/usr/share/poppler",
    ]

    /// What is not to be used, as on a kernel that lacks it.
    public var withheld: SandboxFeatures = []

    public init() {}
}
