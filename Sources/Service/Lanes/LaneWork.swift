/// A kind of work that has threads of its own.
protocol LaneWork: Sendable {
    static func plan(cores: Int) -> LanePlan
}

/// How much of the machine a lane has, and how long it lets people wait.
struct LanePlan: Sendable {
    /// As metrics name it.
    let name: String

    /// Threads.
    let width: Int

    /// Jobs that may wait beside those under way; what comes then is refused.
    let queue: Int

    /// Seconds that a job waits for its first turn before it is refused.
    let patience: Int

    /// What all but live rounds' work gives way by: the weight of a thread is a thirtieth then.
    var niceness: Int32 = 15
}

/// Never refused in practice: who gets here has shown a voter's signature.
enum LiveWork: LaneWork {
    static func plan(cores: Int) -> LanePlan {
        LanePlan(name: "live", width: cores, queue: 4_096, patience: 60, niceness: 0)
    }
}

/// A request of 1,024 messages takes a tenth of a second of all cores. Anybody may send one that is worth nothing, so it
/// gives way to what members wait for.
enum GatewayWork: LaneWork {
    static func plan(cores: Int) -> LanePlan { LanePlan(name: "gateway", width: cores, queue: 16, patience: 30) }
}

/// A guess takes a tenth of a second and 32 MiB.
enum SignInWork: LaneWork {
    static func plan(cores: Int) -> LanePlan {
        LanePlan(name: "sign-ins", width: max(1, cores / 2), queue: 48, patience: 15)
    }
}

enum PasswordWork: LaneWork {
    static func plan(cores: Int) -> LanePlan { LanePlan(name: "passwords", width: 1, queue: 32, patience: 15) }
}

/// Each may hold a file of 16 MiB and what is made of it.
enum VerificationWork: LaneWork {
    static func plan(cores: Int) -> LanePlan {
        LanePlan(name: "verification", width: max(1, cores / 2), queue: 16, patience: 20)
    }
}

enum PaperWork: LaneWork {
    static func plan(cores: Int) -> LanePlan { LanePlan(name: "papers", width: cores, queue: 64, patience: 30) }
}

/// A freezing waits for its turns as long as it takes; pages show how far it is.
enum KeyWork: LaneWork {
    static func plan(cores: Int) -> LanePlan { LanePlan(name: "keys", width: cores, queue: 64, patience: 3_600) }
}

enum CountingWork: LaneWork {
    static func plan(cores: Int) -> LanePlan { LanePlan(name: "counting", width: cores, queue: 64, patience: 60) }
}

enum RecordWork: LaneWork {
    static func plan(cores: Int) -> LanePlan {
        LanePlan(name: "records", width: max(1, cores / 2), queue: 64, patience: 30)
    }
}

enum UploadWork: LaneWork {
    static func plan(cores: Int) -> LanePlan { LanePlan(name: "uploads", width: 1, queue: 32, patience: 15) }
}
