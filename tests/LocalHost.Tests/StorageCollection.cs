using Ita.Tests;

namespace Ita.LocalHost.Tests;

/// <summary>The tests that share one Azurite. Each takes names of its own, so none sees another's messages.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit calls it a collection.")]
public sealed class StorageCollection : ICollectionFixture<AzuriteStore>
{
    public const string Name = "storage";
}
