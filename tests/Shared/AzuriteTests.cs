namespace Ita.Testing;

/// <summary>The tests that share one emulator: <c>[Collection(AzuriteTests.Name)]</c>.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteTests : ICollectionFixture<AzuriteProcess>
{
    public const string Name = "Azurite";
}
