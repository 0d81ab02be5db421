import ObliviousHTTP
public import StrictEncoding

/// How a device's slips go through a relay. Nothing that it does depends on what the answers say: what was handed over is
/// sent by nobody else.
extension VotingDevice {
    /// The size of a mix that is proposed to members: more than half of all who may vote.
    public var proposedMix: Int { manifest.voters.count / 2 + 1 }

    /// Encapsulates all slips for the gateway. To be kept before anything is handed over.
    /// - Parameters:
    ///   - relay: its place in the manifest.
    ///   - atLeast: the fewest voters with whom the member will be mixed.
    /// - Throws: `DeviceFault.wrongMoment` without slips, or where they go through a relay already that has not released
    ///   them; `.noSuchWay`.
    public mutating func prepareHandover(to relay: Int, atLeast: Int) throws {
        guard slips.count == ballots.count else { throw DeviceFault.wrongMoment("the slips come first") }
        guard passage == nil || passage?.state == .released else {
            throw DeviceFault.wrongMoment("the slips go through a relay already")
        }
        guard uncast.count == ballots.count else { throw DeviceFault.wrongMoment("some slips were cast directly") }
        guard manifest.casting?.relays.indices.contains(relay) == true, (1...manifest.voters.count).contains(atLeast)
        else { throw DeviceFault.noSuchWay }
        let made = try SlipEnvelopes(of: manifest).bundle(slips)
        passage = Passage(relay: relay, atLeast: atLeast, bundle: made.bundle, places: made.places)
    }

    /// What is handed to the relay: the same bundle each time.
    /// - Throws: `DeviceFault.wrongMoment` where none is made, or it was released; an error of the cryptographic library.
    public func handover() throws -> Handover {
        let passage = try require([.made, .taken])
        guard let deviceKey, let issued else { throw DeviceFault.wrongMoment("the tokens come first") }
        return try Handover(
            passage.bundle, of: voter, deviceKey: deviceKey, issued: issued, atLeast: passage.atLeast,
            to: passage.relay, of: manifest)
    }

    /// Notes how far the bundle has come.
    /// - Parameter voters: as the relay says with the end of it.
    /// - Throws: `DeviceFault.wrongMoment` where it has ended; once it is noted, `.smallMix` for a mix of fewer than the
    ///   member asked for.
    public mutating func note(_ state: Passage.State, voters: Int? = nil) throws {
        var passage = try require(Self.open)
        (passage.state, passage.voters) = (state, voters)
        passage.wasTaken = passage.wasTaken || state == .taken
        self.passage = passage
        if passage.isSmallMix { throw DeviceFault.smallMix }
    }

    /// Accepts a smaller mix; the bundle is to be handed over again.
    /// - Throws: `DeviceFault.wrongMoment`; `.noSuchWay` for a greater one, or none.
    public mutating func accept(mixOf atLeast: Int) throws {
        var passage = try require([.made, .taken])
        guard (1...passage.atLeast).contains(atLeast) else { throw DeviceFault.noSuchWay }
        (passage.atLeast, passage.state) = (atLeast, .made)
        self.passage = passage
    }

    /// Reads what came back, in the bundle's order. Receipts that are the service's are kept; about the others nothing is
    /// done, and the sealed box decides.
    /// - Throws: as `note`.
    public mutating func take(answers: [[UInt8]], voters: Int) throws {
        let places = try require(Self.open).places
        for (place, answer) in zip(places, answers) {
            guard let opened = try? place.answer.open(answer), let said = try? SlipAnswer(parsing: opened),
                case .receipt(let receipt) = said
            else { continue }
            try? keep(receipt: receipt, forContest: place.slip)
        }
        try note(.answered, voters: voters)
    }

    // MARK: - Another way

    /// What asks the relay to sign that it will never send the bundle: {voter, deviceKey, issued, signature}.
    /// - Throws: as `handover`.
    public func releaseRequest() throws -> JSONValue {
        let passage = try require(Self.open + [.unsent, .ended])
        guard let deviceKey, let issued else { throw DeviceFault.wrongMoment("the tokens come first") }
        return [
            "voter": .string(voter), "deviceKey": .bytes(deviceKey.publicKey.bytes), "issued": .bytes(issued),
            "signature": .bytes(try Release.sign(passage.bundle.hash, of: manifest, with: deviceKey)),
        ]
    }

    /// Takes the relay's word that it will never send the bundle.
    /// - Throws: `DeviceFault.badRelease`, `.wrongMoment`.
    public mutating func take(release: [UInt8]) throws {
        var passage = try require(Self.open + [.unsent, .ended])
        guard let key = manifest.casting?.relays[passage.relay].key,
            Release.isValid(release, for: passage.bundle.hash, by: key, of: manifest)
        else { throw DeviceFault.badRelease }
        passage.state = .released
        self.passage = passage
    }

    /// Sends the slips directly after all: with the relay's release, or as the member's own act, told that slips that come
    /// twice betray who went twice.
    /// - Throws: `DeviceFault.wrongMoment` where the relay has said that they were sent.
    public mutating func goDirect() throws {
        guard passage != nil else { return }
        _ = try require(Self.open + [.unsent, .ended, .released])
        passage = nil
    }

    /// Before the relay has said how it ended.
    private static let open: [Passage.State] = [.made, .taken, .sending]

    private func require(_ states: [Passage.State]) throws(DeviceFault) -> Passage {
        guard let passage, states.contains(passage.state) else {
            throw .wrongMoment("the ballot's way is at \(passage?.state.rawValue ?? "no relay")")
        }
        return passage
    }
}
