import SecretBallot

/// Handing over, and having a bundle back.
extension RelayRound {
    /// Devices of one voter. That there is a second proves that the service broke its word; what it may fill by that is
    /// bounded.
    static let deviceLimit = 8

    /// How many bundles one device may have released: it has one, and a new one only after it lost that.
    static let releaseLimit = 8

    /// Takes a bundle that was checked; once a voter and device.
    /// - Parameter room: how many more bytes there are for ballots.
    /// - Throws: `RelayRefusal`: `mixed`, `released`, `differs`, `contested`, `full`.
    mutating func take(_ handover: Handover, room: Int = .max) throws(RelayRefusal) {
        guard isOpen else { throw .mixed }
        guard !released.contains(MixedOrder.mark(of: handover.bundle.hash)) else { throw .released }
        let devices = held[handover.voter, default: [:]]
        if let present = devices[handover.deviceKey] { return try repeated(handover, present) }
        guard owners[handover.bundle.hash] == nil else { throw .differs }
        guard devices.count < Self.deviceLimit else { throw .contested }
        guard handover.bundle.bytes.count <= room else { throw .full }
        put(handover)
        if !devices.isEmpty { contested += 1 }
    }

    private mutating func repeated(_ handover: Handover, _ present: Held) throws(RelayRefusal) {
        guard present.bundle.hash == handover.bundle.hash, handover.atLeast <= present.atLeast else { throw .differs }
        held[handover.voter]?[handover.deviceKey]?.atLeast = handover.atLeast
    }

    private mutating func put(_ handover: Handover) {
        let bundle = handover.bundle
        held[handover.voter, default: [:]][handover.deviceKey] = Held(bundle: bundle, atLeast: handover.atLeast)
        owners[bundle.hash] = Holder(voter: handover.voter, deviceKey: handover.deviceKey)
        byteCount += bundle.bytes.count
    }

    // MARK: - Releasing

    /// Whether a bundle may be released; that it was is to be written down before anybody is told.
    /// - Throws: `RelayRefusal.sent` for what is in the mix, `.differs` where it is another device's, `.full` for a device
    ///   that has had more released than any has need to, `.contested` for one device too many of a voter.
    func checkRelease(of hash: [UInt8], by holder: Holder) throws(RelayRefusal) {
        if isInMix(hash) { throw .sent }
        if let owner = owners[hash], owner != holder { throw .differs }
        if released.contains(MixedOrder.mark(of: hash)) { return }
        let devices = releases[holder.voter, default: [:]]
        guard devices[holder.deviceKey, default: 0] < Self.releaseLimit else { throw .full }
        guard devices[holder.deviceKey] != nil || devices.count < Self.deviceLimit else { throw .contested }
    }

    /// Lets go of a bundle for good, whether or not it was here.
    /// - Throws: as `checkRelease`.
    mutating func release(_ hash: [UInt8], by holder: Holder) throws(RelayRefusal) {
        try checkRelease(of: hash, by: holder)
        guard released.insert(MixedOrder.mark(of: hash)).inserted else { return }
        releases[holder.voter, default: [:]][holder.deviceKey, default: 0] += 1
        unsent.remove(hash)
        if owners.removeValue(forKey: hash) != nil { remove(holder) }
    }

    private mutating func remove(_ holder: Holder) {
        guard let back = held[holder.voter]?.removeValue(forKey: holder.deviceKey) else { return }
        byteCount -= back.bundle.bytes.count
        if held[holder.voter]?.isEmpty == true { held[holder.voter] = nil }
    }

    private func isInMix(_ hash: [UInt8]) -> Bool {
        sent[hash] != nil || resumed.contains(MixedOrder.mark(of: hash))
    }
}
