using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>The tests that share one Azurite. Each test uses its own names, so none receives the messages of another.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it a collection.")]
public sealed class StorageCollection : ICollectionFixture<AzuriteStore>
{
    public const string Name = "storage";
}
