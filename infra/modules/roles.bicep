// Every role assignment of an environment. Each is on one container, table or queue, on the registry, or on Application Insights;
// none is on the storage account. tests/App.Tests/Infra/RoleTests.cs holds the whole list.
param appPrincipalId string
param eventsPrincipalId string
param operatorGroupId string
param storageName string
param registryName string
param insightsName string

var names = loadJsonContent('../names.json')

var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var blobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var queueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

// The app reads the blobs in "uploads" and never changes them. Microsoft requires the owner's role for the host's own container.
var appOnContainers = concat(
  map(names.containers, name => { name: name, role: name == 'uploads' ? blobDataReader : blobDataContributor }),
  map(names.host.containers, name => { name: name, role: blobDataOwner })
)
var appOnQueues = map(concat(names.queues, names.host.queues), name => { name: name, role: queueDataContributor })
// Members of the operator group put files into "uploads" and read the events that were not delivered. There is no built-in role
// that writes blobs without reading them.
var operatorsOnContainers = empty(operatorGroupId) ? [] : [
  { name: 'uploads', role: blobDataContributor }
  { name: names.deadLetters, role: blobDataReader }
]

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' existing = {
  parent: storage
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' existing = {
  parent: storage
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' existing = {
  parent: storage
  name: 'default'
}

resource appContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [for item in appOnContainers: {
  parent: blobs
  name: item.name
}]

resource appQueue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' existing = [for item in appOnQueues: {
  parent: queues
  name: item.name
}]

resource appTable 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' existing = [for name in names.tables: {
  parent: tables
  name: name
}]

resource operatorContainer 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [for item in operatorsOnContainers: {
  parent: blobs
  name: item.name
}]

resource deadLetters 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  parent: blobs
  name: names.deadLetters
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = {
  name: registryName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource appBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (item, i) in appOnContainers: {
  name: guid(appContainer[i].id, appPrincipalId, item.role)
  scope: appContainer[i]
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', item.role)
  }
}]

resource appMessages 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (item, i) in appOnQueues: {
  name: guid(appQueue[i].id, appPrincipalId, item.role)
  scope: appQueue[i]
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', item.role)
  }
}]

resource appRows 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in names.tables: {
  name: guid(appTable[i].id, appPrincipalId, tableDataContributor)
  scope: appTable[i]
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}]

resource appImage 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, appPrincipalId, acrPull)
  scope: registry
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource appTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, appPrincipalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

// Event Grid delivers to the app over HTTPS with the event key; its identity only writes events that could not be delivered.
resource undelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(deadLetters.id, eventsPrincipalId, blobDataContributor)
  scope: deadLetters
  properties: {
    principalId: eventsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataContributor)
  }
}

resource operators 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (item, i) in operatorsOnContainers: {
  name: guid(operatorContainer[i].id, operatorGroupId, item.role)
  scope: operatorContainer[i]
  properties: {
    principalId: operatorGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', item.role)
  }
}]
