using Azure.Core;
using Azure.Identity;

namespace Ita.Functions.Storage;

/// <summary>Which identity asks for storage: a managed one where the settings say so, a developer's otherwise.</summary>
internal static class StorageCredential
{
    private const string ManagedIdentity = "managedidentity";

    /// <exception cref="InvalidOperationException">The credential setting is a word the Functions host does not know either.</exception>
    public static TokenCredential From(IConfiguration section)
    {
        var clientId = section[StorageSettings.ClientId];
        return section[StorageSettings.Credential] switch
        {
            null or "" => new DefaultAzureCredential(),
            var kind when kind.Equals(ManagedIdentity, StringComparison.OrdinalIgnoreCase) => new ManagedIdentityCredential(IdOf(clientId)),
            var kind => throw new InvalidOperationException(
                $"{StorageSettings.Variable(StorageSettings.Credential)} is '{kind}'; it is {ManagedIdentity} or not set."),
        };
    }

    private static ManagedIdentityId IdOf(string? clientId) => string.IsNullOrWhiteSpace(clientId)
        ? ManagedIdentityId.SystemAssigned
        : ManagedIdentityId.FromUserAssignedClientId(clientId);
}
