// Everything one environment needs, in a resource group of its own. docs/operations.md describes the deployment.
targetScope = 'subscription'

@description('The name of the environment, part of all its names: dev, test, prod or another short word.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('The Azure region.')
param location string

@description('The app\'s image. Empty before the first one is pushed; a placeholder image then responds.')
param image string = ''

@description('The redundancy of storage: Standard_LRS in one data centre, Standard_ZRS in three zones, Standard_GZRS also in a second region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageRedundancy string

@description('Whether the storage account is locked against deletion.')
param lockStorage bool

@description('The number of days for which a deleted or overwritten blob can be restored.')
@minValue(1)
@maxValue(365)
param keepDeletedDays int

@description('The number of days for which logs are kept.')
@minValue(30)
@maxValue(730)
param keepLogsDays int

@description('The smallest number of instances. With 0 the app stops when idle, and the yearly timer runs when it starts again.')
@minValue(0)
param minReplicas int

@description('The largest number of instances; docs/performance.md estimates how many storage can serve.')
@minValue(1)
@maxValue(300)
param maxReplicas int

@description('Processor cores of one instance, as text because Bicep has no fractions. Memory is twice as many GiB.')
@allowed(['1.0', '2.0'])
param cores string

@description('The e-mail address that receives alerts; empty for none.')
param alertAddress string

@description('Object id of the group of operators: its members may write "uploads" and read "undelivered-events". Empty for none.')
param operatorGroupId string

@description('Values of the plain settings in names.json, by name. The app uses its default for a setting that is missing.')
param settings object

@description('The operator\'s API key. Long and random.')
@secure()
@minLength(32)
param operatorKey string

@description('The key that Event Grid sends with each event. Long and random.')
@secure()
@minLength(32)
param eventKey string

@description('The key of the host\'s /admin endpoints. Long and random.')
@secure()
@minLength(32)
param hostKey string

@description('The password of ITA_SMTP_USER at the mail server; used when that setting is given.')
@secure()
param smtpPassword string = ''

@description('The secret of the SMS gateway; used when ITA_SMS_URL is given.')
@secure()
param smsSecret string = ''

var names = loadJsonContent('names.json')
var token = take(uniqueString(subscription().id, environmentName, location), 8)
var tags = {
  'azd-env-name': environmentName
  product: 'ita'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-ita-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-ita-${environmentName}'
    location: location
    tags: tags
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  scope: group
  params: {
    name: 'ita-${environmentName}'
    location: location
    tags: tags
    keepDays: keepLogsDays
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stita${token}'
    location: location
    tags: tags
    redundancy: storageRedundancy
    keepDeletedDays: keepDeletedDays
    lock: lockStorage
    containers: concat(names.containers, names.host.containers, [names.deadLetters])
    tables: names.tables
    queues: concat(names.queues, names.host.queues)
    workspaceId: logs.outputs.workspaceId
  }
}

module events 'modules/events.bicep' = {
  name: 'events'
  scope: group
  params: {
    name: 'evgt-ita-${environmentName}'
    location: location
    tags: tags
    storageId: storage.outputs.id
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  scope: group
  params: {
    name: 'crita${token}'
    location: location
    tags: tags
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  scope: group
  params: {
    name: 'cae-ita-${environmentName}'
    location: location
    tags: tags
    workspaceId: logs.outputs.workspaceId
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  scope: group
  params: {
    appPrincipalId: identity.outputs.principalId
    eventsPrincipalId: events.outputs.principalId
    operatorGroupId: operatorGroupId
    storageName: storage.outputs.name
    registryName: registry.outputs.name
    insightsName: logs.outputs.insightsName
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  // The first instance needs these roles to read storage and to pull its image.
  dependsOn: [
    roles
  ]
  params: {
    name: 'ca-ita-${environmentName}'
    location: location
    tags: tags
    environmentId: environment.outputs.id
    environmentDomain: environment.outputs.domain
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    registryServer: registry.outputs.server
    image: image
    storageName: storage.outputs.name
    insightsName: logs.outputs.insightsName
    cores: cores
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    settings: settings
    secretSettings: {
      ITA_OPERATOR_KEY: operatorKey
      ITA_SMTP_PASSWORD: smtpPassword
      ITA_SMS_SECRET: smsSecret
    }
    eventKey: eventKey
    hostKey: hostKey
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: 'ita-${environmentName}'
    location: location
    tags: tags
    address: alertAddress
    workspaceId: logs.outputs.workspaceId
    appId: app.outputs.id
    topicId: events.outputs.id
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.server
output AZURE_CONTAINER_REGISTRY_NAME string = registry.outputs.name
output ITA_APP_NAME string = app.outputs.name
output ITA_APP_URL string = app.outputs.url
output ITA_STORAGE_NAME string = storage.outputs.name
output ITA_TOPIC_NAME string = events.outputs.name
