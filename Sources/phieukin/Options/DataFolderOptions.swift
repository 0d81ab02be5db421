import ArgumentParser
import Service

/// Which installation, by its files: for what is done while its service is stopped.
struct DataFolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data folder.", valueName: "dir"))
    var data: String

    @Option(help: ArgumentHelp("Where the master key is, if not in the data folder.", valueName: "file"))
    var masterKey: String?

    var configuration: ServiceConfiguration {
        var configuration = ServiceConfiguration(dataFolder: data)
        configuration.masterKeyFile = masterKey
        return configuration
    }
}
