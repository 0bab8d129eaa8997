namespace Ita.Tests;

/// <summary>The tests that share one emulator: <c>[Collection(AzuriteTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteStore>
{
    public const string Name = "Azurite";
}
